// Answers that are wrong: written on the socket, since Node refuses to write most of them.

/** Writes what is given, and closes. The headers set before (CORS) come with it. */
function raw(response, status, headers, body) {
  const lines = Object.entries({ ...response.getHeaders(), ...headers, Connection: "close" });
  const head = [`HTTP/1.1 ${status}`, ...lines.map(([name, value]) => `${name}: ${value}`), "", ""].join("\r\n");
  response.socket.end(head + body);
}

const json = { "Content-Type": "application/json" };
const LIST = JSON.stringify([{ number: 1 }, { number: 2 }]);

export const broken = {
  /** Ends in the middle of what `Content-Length` promised. */
  "/broken/cut": (_, response) => raw(response, "200 OK", { ...json, "Content-Length": LIST.length }, LIST.slice(0, 9)),
  /** Ends without the last chunk. */
  "/broken/cut-chunk": (_, response) =>
    raw(response, "200 OK", { ...json, "Transfer-Encoding": "chunked" }, `9\r\n${LIST.slice(0, 9)}\r\n`),
  /** Holds more than `Content-Length` says. */
  "/broken/short-length": (_, response) => raw(response, "200 OK", { ...json, "Content-Length": 9 }, LIST),
  /** Says gzip, and is not. */
  "/broken/gzip": (_, response) =>
    raw(response, "200 OK", { ...json, "Content-Encoding": "gzip", "Content-Length": LIST.length }, LIST),
  /** Two lengths that differ. */
  "/broken/two-lengths": (_, response) => raw(response, "200 OK", { ...json, "content-length": 9, "Content-Length": 12 }, LIST),
  /** No answer at all. */
  "/broken/empty": (_, response) => response.socket.end(),
  /** The connection is reset. */
  "/broken/reset": (_, response) => response.socket.resetAndDestroy(),
  /** Not HTTP. */
  "/broken/protocol": (_, response) => response.socket.end("SSH-2.0-OpenSSH_9.6\r\n"),
  /** A redirection without end. */
  "/broken/loop": (request, response) => response.writeHead(302, { Location: request.url }).end(),
  /** Called JSON, and is not: a missing bracket. */
  "/broken/json": (_, response) => response.writeHead(200, json).end('[{"number": 1}, {"number": '),
  /** Called JSON, and is a page of an intermediary. */
  "/broken/page-as-json": (_, response) => response.writeHead(502, json).end("<html><h1>502 Bad Gateway</h1></html>"),
  /** Bytes that are not UTF-8, called so. */
  "/broken/utf-8": (_, response) =>
    response.writeHead(200, { "Content-Type": "application/json; charset=utf-8" }).end(Buffer.from('{"ville":"Orl\xe9ans"}', "latin1")),
  /** No `Content-Type`. */
  "/broken/no-type": (_, response) => response.writeHead(200).end(LIST),
};
