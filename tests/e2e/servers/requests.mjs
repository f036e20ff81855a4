// What Prism makes of requests to `every-kind.yaml`: the right ones, the wrong ones, and where Prism itself is wrong.
// A test that needs one of the last asks the echo server instead, and looks at what arrived.

const header = (name, value) => ({ headers: { [name]: value } });
const bearer = header("Authorization", "Bearer a");
const basic = header("Authorization", `Basic ${Buffer.from("ada:secret").toString("base64")}`);
const key = header("X-Api-Key", "a");
const send = (type, body, method = "POST") => ({ method, body, headers: { "Content-Type": type } });
const json = (value) => send("application/json", typeof value === "string" ? value : JSON.stringify(value));
const form = (text) => send("application/x-www-form-urlencoded", text);

function parts(...fields) {
  const body = new FormData();
  for (const [name, value, file] of fields) body.append(name, value, ...(file ? [file] : []));
  return { method: "POST", body };
}

const png = new Blob([Buffer.from("89504e470d0a1a0a00ff", "hex")], { type: "image/png" });
const headers = (one, many, colour) => ({ headers: { "X-One": one, "X-Many": many, "X-Colour": colour } });

export const right = [
  ["/path/simple/5/3,4,5/r,100,g,200,b,150"],
  ["/path/simple-exploded/5/3,4,5/r=100,g=200,b=150"],
  ["/path/label/.5/.3,4,5/.r,100,g,200,b,150"],
  ["/path/matrix/;one=5/;many=3,4,5/;colour=r,100,g,200,b,150"],
  ["/path/matrix-exploded/;one=5/;many=3;many=4/;r=100;g=200;b=150"],
  ["/query/form?one=5&many=3,4,5&colour=r,100,g,200,b,150"],
  ["/query/form?one=5&many=3%2C4&colour=r%2C100%2Cg%2C200%2Cb%2C150"],
  ["/query/form-exploded?one=5&many=3&many=4&r=100&g=200&b=150"],
  ["/query/pipe?many=3%7C4%7C5"],
  ["/query/pipe?many=3|4|5"],
  ["/query/deep?colour%5Br%5D=1&colour%5Bg%5D=2&colour%5Bb%5D=3"],
  ["/query/deep?colour[r]=1&colour[g]=2&colour[b]=3"],
  ["/query/reserved?address=https://a.example/?x"],
  ["/query/reserved?address=https%3A%2F%2Fa.example%2F"],
  ["/query/json?colour=%7B%22r%22:1,%22g%22:2,%22b%22:3%7D"],
  ["/query/kinds?whole=4&decimal=1.5&agreed=true&day=2024-02-29&moment=2024-01-01T00:00:00Z&kind=r%C3%A9gion&postcode=75001"],
  ["/query/kinds?identifier=123e4567-e89b-12d3-a456-426614174000&old=a"],
  ["/query/kinds?empty="],
  ["/header/simple", headers("5", "3,4", "r,1,g,2,b,3")],
  ["/header/simple", headers("5", "3, 4", "r,1,g,2,b,3")],
  ["/header/simple-exploded", headers("5", "3,4", "r=1,g=2,b=3")],
  ["/body/json", json({ name: "Ada", born: "1815-12-10", colours: [{ r: 1, g: 2, b: 3 }], friend: { name: "Alan" } })],
  ["/body/form", form("name=A%26b+c&age=3&many=3%2C4")],
  ["/body/multipart", parts(["name", "Ada"], ["file", png, "a.png"])],
  ["/body/binary", send("application/octet-stream", png, "PUT")],
  ["/body/text", send("text/plain", "bonjour")],
  ["/security/key-header", key],
  ["/security/key-query?key=a"],
  ["/security/key-cookie", header("Cookie", "session=a")],
  ["/security/basic", basic],
  ["/security/bearer", bearer],
  ["/security/oauth2", bearer],
  ["/security/openid", bearer],
  ["/security/either", key],
  ["/security/either", bearer],
  ["/security/both", { headers: { ...key.headers, ...bearer.headers } }],
  ["/security/optional"],
  ["/answer/nothing", { method: "DELETE" }],
];

export const wrong = [
  ["/path/simple/x/3,4,5/r,100,g,200,b,150", 422],
  ["/path/simple/5/3,x/r,100,g,200,b,150", 422],
  ["/path/simple/5/3/r,100,g,200,b,150", 422],
  ["/path/simple/5/3,4/r,100,g,200", 422],
  ["/path/simple/5/3,4/r=100,g=200,b=150", 422],
  ["/path/simple-exploded/5/3,4,5/r,100,g,200,b,150", 422],
  ["/path/label/.x/.3,4,5/.r,100,g,200,b,150", 422],
  ["/path/label-exploded/.5/.3,4/.r=100.g=200.b=150", 422],
  ["/path/matrix/;one=x/;many=3,4,5/;colour=r,100,g,200,b,150", 422],
  ["/path/matrix-exploded/;one=5/;many=3,4/;r=100;g=200;b=150", 422],
  ["/query/form?one=x&many=3,4,5&colour=r,100,g,200,b,150", 422],
  ["/query/form?many=3,4,5&colour=r,100,g,200,b,150", 422],
  ["/query/form?one=5&many=3&many=4&colour=r,100,g,200,b,150", 422],
  ["/query/form-exploded?one=5&many=3,4&r=100&g=200&b=150", 422],
  ["/query/form-exploded?one=5&many=3&many=4&r=100&g=200", 422],
  ["/query/pipe?many=3,4", 422],
  ["/query/deep?colour[r]=x&colour[g]=2&colour[b]=3", 422],
  ["/query/deep?colour[r]=1&colour[g]=2", 422],
  ["/query/reserved?address=ftp://a", 422],
  ["/query/json", 422],
  ["/query/kinds?whole=101", 422],
  ["/query/kinds?whole=1.5", 422],
  ["/query/kinds?decimal=1.3", 422],
  ["/query/kinds?agreed=oui", 422],
  ["/query/kinds?day=2024-02-30", 422],
  ["/query/kinds?moment=2024", 422],
  ["/query/kinds?identifier=12", 422],
  ["/query/kinds?kind=x", 422],
  ["/query/kinds?postcode=7500", 422],
  ["/header/simple", 422, headers("x", "3,4", "r,1,g,2,b,3")],
  ["/header/simple-exploded", 422, headers("5", "3,4", "r,1,g,2,b,3")],
  ["/body/json", 422, json({})],
  ["/body/json", 422, json({ name: "Ada", unknown: 1 })],
  ["/body/json", 422, json({ name: "Ada", friend: { name: "" } })],
  ["/body/json", 422, json({ name: "Ada", colours: [{ r: 1 }] })],
  ["/body/json", 422, { method: "POST" }],
  ["/body/json", 400, json("{")],
  ["/body/form", 422, form("name=A&age=x&many=3%2C4")],
  ["/body/form", 422, form("name=A")],
  ["/body/multipart", 422, parts(["name", "Ada"])],
  ["/body/multipart", 422, parts(["file", png, "a.png"])],
  ["/body/multipart", 415, send("multipart/form-data", "x")],
  ["/body/binary", 422, { method: "PUT" }],
  ["/body/binary", 415, send("application/json", "1", "PUT")],
  ["/body/text", 422, send("text/plain", "bonjour bonjour bonjour")],
  ["/security/key-header", 401],
  ["/security/key-query", 401],
  ["/security/key-cookie", 401],
  ["/security/basic", 401],
  ["/security/basic", 401, bearer],
  ["/security/basic", 401, header("Authorization", "Basic zzz")],
  ["/security/bearer", 401],
  ["/security/bearer", 401, basic],
  ["/security/oauth2", 401],
  ["/security/openid", 401],
  ["/security/either", 401],
  ["/security/both", 401, key],
  // Prism ends on these: the door of `prism.mjs` answers.
  ["/header/simple", 502],
  ["/path/label/.5/3,4,5/.r,100,g,200,b,150", 502],
  ["/path/matrix/5/;many=3,4/;colour=r,100,g,200,b,150", 502],
  ["/nowhere", 404],
  ["/answer/people", 405, { method: "PUT" }],
];

/** Right requests that Prism refuses, and wrong ones that it takes. The last word says which. */
export const mistakes = [
  ["/path/label-exploded/.5/.3.4.5/.r=100.g=200.b=150", "refused"],
  ["/path/label-exploded/.5/.3.4.5/.r=100,g=200,b=150", "taken"],
  ["/query/space?many=3%204%205", "refused"],
  ["/query/json?colour=%7B%22r%22:1%7D", "taken"],
  ["/path/simple-exploded/5/3%2C4%2C5/r=100,g=200,b=150", "taken"],
  ["/cookie/form", "taken"],
  ["/cookie/form-exploded", "taken", header("Cookie", "one=x")],
  ["/body/multipart", "taken", parts(["name", "Ada"], ["file", new Blob(["a"], { type: "text/plain" }), "a.txt"])],
  ["/body/multipart", "refused", parts(["name", "Ada"], ["file", png, "a.png"], ["author", new Blob(['{"name":"A"}'], { type: "application/json" })])],
  ["/body/multipart", "refused", parts(["name", "Ada"], ["file", png, "a.png"], ["attachments", png, "a.png"], ["attachments", png, "b.png"])],
  ["/query/space?many=3%25204", "taken"],
  ["/body/xml", "refused", send("application/xml", "<Person><name>A</name></Person>")],
];
