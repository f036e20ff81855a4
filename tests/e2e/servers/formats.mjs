// One answer of each kind of content that httpbin has not. Small, and made here: nothing to download.

/** A document of one page, with the table of places that readers want. */
function pdf() {
  const text = "BT /F1 24 Tf 20 100 Td (Bonjour) Tj ET";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = body.length;
  const size = objects.length + 1;
  body += `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size ${size} /Root 1 0 R >>\n`;
  return Buffer.from(`${body}startxref\n${table}\n%%EOF\n`, "latin1");
}

/** A quarter of a second of the note A: 8 bits, one channel. */
function wave() {
  const rate = 8000;
  const samples = Buffer.from(Array.from({ length: rate / 4 }, (_, index) => 128 + 100 * Math.sin((index * 440 * 2 * Math.PI) / rate)));
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

const feature = (name, geometry) => ({ type: "Feature", properties: { name }, geometry });
const square = (west, south, side) => [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]];

/** Each kind of geometry, a hole, a height, and a feature without a place. */
const geojson = {
  type: "FeatureCollection",
  features: [
    feature("Paris", { type: "Point", coordinates: [2.3522, 48.8566, 35] }),
    feature("Ports", { type: "MultiPoint", coordinates: [[-4.49, 48.39], [5.37, 43.3]] }),
    feature("Paris – Lyon", { type: "LineString", coordinates: [[2.37, 48.84], [4.06, 46.3], [4.86, 45.76]] }),
    feature("Rives", { type: "MultiLineString", coordinates: [[[0, 47.4], [0.7, 47.4]], [[0, 47.3], [0.7, 47.3]]] }),
    feature("Un carré et son trou", { type: "Polygon", coordinates: [square(1, 44, 2), square(1.5, 44.5, 1).reverse()] }),
    feature("Deux îles", { type: "MultiPolygon", coordinates: [[square(8.6, 41.5, 0.8)], [square(-2.5, 47, 0.3)]] }),
    feature("Mêlés", { type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [55.45, -20.88] }] }),
    feature("Sans lieu", null),
  ],
};

const table = (separator) => [
  ["code", "nom", "population", "remarque"],
  ["01001", "L’Abergement-Clémenciat", "832", "une, virgule; un point-virgule"],
  ["2A004", "Ajaccio", "73822", 'dite « la cité "impériale" »'],
  ["75056", "Paris", "2113705", "deux\nlignes"],
  ["97411", "Saint-Denis", "", "=1+1"],
].map((row) => row.map((cell) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator)).join("\r\n");

const xml = (encoding) =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<communes xmlns="https://example.org/c"><!-- deux -->` +
  `<commune code="45234"><nom>Orléans</nom></commune><commune code="13055"><nom><![CDATA[Marseille & environs]]></nom></commune></communes>\n`;

const send = (type, body) => (_, response) => response.writeHead(200, { "Content-Type": type, "Content-Length": body.length }).end(body);
const utf8 = (text) => Buffer.from(text);
const latin1 = (text) => Buffer.from(text, "latin1");

export const formats = {
  "/formats/geojson": send("application/geo+json", utf8(JSON.stringify(geojson))),
  "/formats/csv": send("text/csv; charset=utf-8", utf8(table(","))),
  "/formats/csv-semicolons": send("text/csv; charset=utf-8", utf8(`\uFEFF${table(";")}`)),
  "/formats/pdf": send("application/pdf", pdf()),
  "/formats/audio": send("audio/wav", wave()),
  "/formats/binary": (_, response) =>
    response
      .writeHead(200, { "Content-Type": "application/octet-stream", "Content-Disposition": 'attachment; filename="octets.bin"' })
      .end(Buffer.from(Array.from({ length: 256 }, (_, index) => index))),
  "/formats/xml": send("application/xml", utf8(xml("UTF-8"))),
  "/formats/xml-latin1": send("application/xml", latin1(xml("ISO-8859-1"))),
  "/formats/latin1": send("text/plain; charset=iso-8859-1", latin1("Orléans, où déjà naît l’été".replace("’", "'"))),
  /** Numbers that lose digits when they are read as floating point, the same key twice, deep nesting. */
  "/formats/json-numbers": send("application/json", utf8('{"id":12345678901234567890,"price":0.10,"rate":1E400,"id":2}')),
  "/formats/json-deep": send("application/json", utf8("[".repeat(5000) + "]".repeat(5000))),
  /** Texts that would run if a page wrote them as HTML. */
  "/formats/hostile": send("application/json", utf8(JSON.stringify({
    "<img src=x onerror=alert(1)>": "<script>alert(2)</script>", link: "javascript:alert(3)", next: "https://example.org/</script>",
  }))),
  "/formats/hostile-html": send("text/html; charset=utf-8", utf8("<h1>Bonjour</h1><script>parent.alert(4)</script><img src=x onerror=alert(5)>")),
  "/formats/hostile-svg": send("image/svg+xml", utf8('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(6)</script><rect width="9" height="9"/></svg>')),
};
