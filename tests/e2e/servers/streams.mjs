// Answers that arrive piece by piece: `count` pieces (`endless` for no end), one each `every` milliseconds.
import { setTimeout as pause } from "node:timers/promises";

const LONGEST = 1_000_000;

function stream(type, piece, last = "") {
  return async (_, response, asked) => {
    const count = asked.get("count") === "endless" ? LONGEST : Math.min(Number(asked.get("count") ?? 5), LONGEST);
    const every = Number(asked.get("every") ?? 20);
    const left = new AbortController();
    response.on("close", () => left.abort());
    response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store" });
    for (let number = 1; number <= count && !left.signal.aborted; number += 1) {
      response.write(piece(number));
      await pause(every, null, { signal: left.signal }).catch(() => {});
    }
    response.end(last);
  };
}

/** A comment, an event with a name, one of several lines, one without a name, by turns; then the event `end`. */
function event(number) {
  const id = `id: ${number}\n`;
  if (number === 1) return `: bonjour\nretry: 1000\n${id}event: start\ndata: {"number":1}\n\n`;
  if (number % 3 === 2) return `${id}data: ligne ${number}\ndata: suite é\n\n`;
  return `${id}event: progress\ndata: {"number":${number}}\n\n`;
}

/** Characters of several bytes, cut between two pieces. */
function accents(number) {
  const bytes = Buffer.from("é");
  return Buffer.concat([number > 1 ? bytes.subarray(1) : Buffer.alloc(0), Buffer.from(` ligne ${number}\n`), bytes.subarray(0, 1)]);
}

export const streams = {
  "/events": stream("text/event-stream", event, "event: end\ndata: fin\n\n"),
  "/lines": stream("application/x-ndjson", (number) => `${JSON.stringify({ number, name: `n° ${number}` })}\n`),
  "/sequence": stream("application/json-seq", (number) => `\u001e${JSON.stringify({ number })}\n`),
  "/text": stream("text/plain; charset=utf-8", accents, Buffer.from("é").subarray(1)),
};
