// The explorers that are compared: the page of each, and where it shows what is measured. What depends on how one of
// them writes its HTML is here and nowhere else.
//
//   body      what the page holds; nothing for ours, which is the built site
//   address   where an operation of the document is opened, on a server at this origin
//   heading   what bears the summary of an operation once it is open
//   opened    what is in the page only when the details of an operation are
//   groups    what unfolds a group of operations before its entries can be chosen, if they are not there at once
//   entries   what is chosen to open an operation
//   chosen    true when no address opens the first operation: its entry is chosen as soon as it is there

const DOCUMENT = "/document.json";

export const subjects = [
  {
    name: "ours",
    address: ({ operationId }, origin) => `/explorer?url=${encodeURIComponent(origin + DOCUMENT)}&operation=${encodeURIComponent(operationId)}`,
    heading: "#operation-title",
    opened: "#operation-title",
    groups: ".outline__group button",
    entries: "nav.outline a",
  },
  {
    name: "swagger-ui-dist",
    body: `<link rel="stylesheet" href="/package/swagger-ui-dist/swagger-ui.css"><div id="app"></div>
      <script src="/package/swagger-ui-dist/swagger-ui-bundle.js"></script>
      <script>SwaggerUIBundle({ url: "${DOCUMENT}", dom_id: "#app", deepLinking: true })</script>`,
    address: () => "/swagger-ui-dist",
    heading: ".opblock.is-open .opblock-summary-description",
    opened: ".opblock.is-open .responses-wrapper",
    entries: ".opblock-summary-control",
    // An operationId with a slash, as here, is not found again from the address that it writes itself.
    chosen: true,
  },
  {
    name: "redoc",
    body: `<div id="app"></div><script type="module">import { init } from "/package/redoc/bundles/redoc.standalone.js";
      init("${DOCUMENT}", { disableTelemetry: true }, document.getElementById("app"))</script>`,
    address: ({ tags: [tag], operationId }) => `/redoc#/${tag}/${operationId}`,
    heading: "h2",
    opened: "h4",
    groups: "a[data-discover]",
    entries: "a[data-discover]",
  },
  {
    name: "@scalar/api-reference",
    body: `<div id="app"></div><script src="/package/@scalar/api-reference/dist/browser/standalone.js"></script>
      <script>Scalar.createApiReference("#app", { url: "${DOCUMENT}", withDefaultFonts: false, telemetry: false })</script>`,
    address: ({ tags: [tag], method, path }) => `/@scalar/api-reference#tag/${tag}/${method.toUpperCase()}${path}`,
    heading: "h3",
    opened: "h4",
    groups: "li[data-sidebar-id] a",
    entries: "li[data-sidebar-id] a",
  },
];
