// An authorization server: OAuth 2 (authorization code with PKCE, client credentials, password, refresh) and OpenID
// Connect discovery. It agrees with everybody at once, without a page to click.
import { OAuth2Server } from "oauth2-mock-server";
import { oauth, ports } from "./addresses.mjs";

const server = new OAuth2Server();
await server.issuer.keys.generate("RS256");
await server.start(ports.oauth, "127.0.0.1");
// It would call itself localhost.
server.issuer.url = oauth;
