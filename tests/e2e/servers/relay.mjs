// A proxy such as an operator may run: `/relay?url=…` calls that address with what it was sent, and lets any page read
// what came back. It says in a header of its own that it did.
async function relay(request, response, asked) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const own = ["host", "connection", "origin", "referer", "content-length", "accept-encoding"];
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !own.includes(name) && !name.startsWith("sec-")));
  const body = chunks.length > 0 ? Buffer.concat(chunks) : undefined;
  const answer = await fetch(asked.get("url"), { method: request.method, headers, body });
  response.writeHead(answer.status, { "Content-Type": answer.headers.get("content-type") ?? "application/octet-stream" });
  response.end(Buffer.from(await answer.arrayBuffer()));
}

export const relays = { "/relay": relay };
