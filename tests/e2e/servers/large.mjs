// A large answer, the same at each run: an array of objects, made once for each size.
import { setImmediate as others } from "node:timers/promises";

const made = new Map();

/** Written by hand, since half a million objects would only be made to be written. */
function record(id) {
  const longitude = ((id * 7919) % 360_000) / 1000 - 180;
  const latitude = ((id * 104_729) % 180_000) / 1000 - 90;
  return (
    `{"id":${id},"name":"Commune n° ${id}","postcode":"${10_000 + (id % 89_999)}","population":${(id * 48_271) % 2_147_483_647},` +
    `"active":${id % 3 !== 0},"score":${(id % 1000) / 10},"tags":["t${id % 7}","t${id % 11}"],"replaced_by":${id % 5 === 0 ? id + 1 : null},` +
    `"position":{"type":"Point","coordinates":[${longitude},${latitude}]}}`
  );
}

/** A thousand at a time: other requests are answered meanwhile. */
async function records(bytes) {
  const pieces = [];
  let length = 0;
  for (let id = 1; length < bytes; await others()) {
    const texts = [];
    for (const next = id + 1000; id < next; id += 1) texts.push(record(id));
    pieces.push(Buffer.from(`${pieces.length > 0 ? ",\n" : "["}${texts.join(",\n")}`));
    length += pieces.at(-1).length;
  }
  return Buffer.concat([...pieces, Buffer.from("]")]);
}

export const large = {
  /** `megabytes` (50) of it; with `length=unknown` it comes in chunks, its length unsaid. */
  "/large": async (_, response, asked) => {
    const megabytes = Math.min(Number(asked.get("megabytes") ?? 50), 200);
    if (!made.has(megabytes)) made.set(megabytes, records(megabytes * 1_000_000));
    const body = await made.get(megabytes);
    const length = asked.get("length") === "unknown" ? {} : { "Content-Length": body.length };
    response.writeHead(200, { "Content-Type": "application/json", ...length });
    response.end(body);
  },
};
