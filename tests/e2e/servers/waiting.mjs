// Answers that wait, errors as `application/problem+json`, pages that follow each other, and large headers.
import { setTimeout as pause } from "node:timers/promises";

const wait = (response, milliseconds) => {
  const left = new AbortController();
  response.on("close", () => left.abort());
  return pause(Number(milliseconds ?? 300), null, { signal: left.signal }).catch(() => {});
};

const titles = {
  400: "Requête mal formée", 401: "Authentification requise", 403: "Accès refusé", 404: "Introuvable", 409: "Conflit",
  422: "Paramètres refusés", 429: "Trop de requêtes", 500: "Erreur interne", 503: "Service indisponible",
};

function problem(request, response, _, status) {
  const code = Number(status);
  if (!Object.hasOwn(titles, code)) return response.writeHead(404).end();
  const headers = { "Content-Type": "application/problem+json" };
  if (code === 401) headers["WWW-Authenticate"] = 'Bearer realm="echo"';
  if (code === 429 || code === 503) headers["Retry-After"] = "120";
  const errors = [{ pointer: "#/postcode", detail: "doit compter cinq chiffres" }];
  const body = { type: `https://example.org/problems/${code}`, title: titles[code], status: code, instance: request.url };
  response.writeHead(code, headers).end(JSON.stringify(code === 422 ? { ...body, errors } : body));
}

const TOTAL = 45;

/** Items in pages: the way on is said by `Link` (RFC 8288), by `next` in the body, and by the document's `links`. */
function items(request, response, asked) {
  const size = Math.min(Math.max(Number(asked.get("size") ?? 20), 1), TOTAL);
  const page = Math.max(Number(asked.get("page") ?? 1), 1);
  const last = Math.ceil(TOTAL / size);
  const address = (number) => `http://${request.headers.host}/items?page=${number}&size=${size}`;
  const relations = { first: 1, last, ...(page > 1 && { prev: page - 1 }), ...(page < last && { next: page + 1 }) };
  const link = Object.entries(relations).map(([name, number]) => `<${address(number)}>; rel="${name}"`).join(", ");
  const numbers = Array.from({ length: size }, (_, index) => (page - 1) * size + index + 1).filter((number) => number <= TOTAL);
  const body = {
    page, total: TOTAL, next: page < last ? address(page + 1) : null,
    items: numbers.map((number) => ({ id: number, name: `Élément ${number}` })),
  };
  const headers = { "Content-Type": "application/json", Link: link, "X-Total-Count": TOTAL, "X-Hidden": "not exposed" };
  response.writeHead(200, headers).end(JSON.stringify(body));
}

function item(_, response, __, id) {
  const number = Number(id);
  if (!(number >= 1 && number <= TOTAL)) return problem({ url: `/item/${id}` }, response, null, "404");
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify({ id: number, name: `Élément ${number}` }));
}

export const waiting = {
  "/slow/first-byte": async (_, response, asked) => {
    await wait(response, asked.get("wait"));
    response.writeHead(200, { "Content-Type": "application/json" }).end('{"waited":"before the headers"}');
  },
  "/slow/body": async (_, response, asked) => {
    response.writeHead(200, { "Content-Type": "application/json" }).flushHeaders();
    await wait(response, asked.get("wait"));
    response.end('{"waited":"after the headers"}');
  },
  "/problem": problem,
  "/items": items,
  "/item": item,
  /** Chromium takes 256 kB of headers in all. */
  "/large-headers": (_, response, asked) => {
    const count = Math.min(Number(asked.get("kilobytes") ?? 64), 512);
    const names = Array.from({ length: count }, (_, index) => [`X-Filler-${index}`, "x".repeat(1000)]);
    const exposed = names.map(([name]) => name).join(", ");
    response.writeHead(200, { ...Object.fromEntries(names), "Access-Control-Expose-Headers": exposed }).end();
  },
};
