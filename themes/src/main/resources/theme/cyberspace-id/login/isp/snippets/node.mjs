import * as client from "openid-client"; // version 6
import { createServer } from "node:http";

const issuer = new URL("https://id.example/realms/cyberspace-id");
const home = process.env.BASE_URL ?? "https://shop.example";
const scope = "openid identity_verified age_over_18";

const config = await client.discovery(
  issuer,
  "your-client-id",
  undefined,
  client.ClientSecretBasic(process.env.CLIENT_SECRET),
  // A server without TLS is for the sandbox on your own machine only.
  issuer.protocol === "http:" ? { execute: [client.allowInsecureRequests] } : undefined,
);

// Sign-ins that are under way, each known to one browser by its cookie. Your session does the same.
const underWay = new Map();

async function start(response) {
  const id = client.randomState();
  const mine = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  underWay.set(id, mine);
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: `${home}/callback`,
    scope,
    state: mine.state,
    nonce: mine.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(mine.verifier),
    code_challenge_method: "S256",
  });
  const cookie = `sign_in=${id}; HttpOnly; SameSite=Lax; Path=/callback; Max-Age=600`;
  response.writeHead(302, { location: address.href, "set-cookie": cookie }).end();
}

async function finish(request, response) {
  const id = /(?:^|; )sign_in=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
  const mine = underWay.get(id);
  underWay.delete(id);
  if (!mine) {
    throw new Error("this browser has no sign-in under way");
  }
  // Checks state, iss, signature, audience, expiry, nonce; the server checks the PKCE verifier.
  const tokens = await client.authorizationCodeGrant(config, new URL(request.url, home), {
    expectedState: mine.state,
    expectedNonce: mine.nonce,
    pkceCodeVerifier: mine.verifier,
    idTokenExpected: true,
  });
  const { sub, identity_verified, age_over_18 } = tokens.claims();
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ sub, identity_verified, age_over_18 }));
}

createServer(async (request, response) => {
  const { pathname } = new URL(request.url, home);
  try {
    if (pathname === "/login") {
      await start(response);
    } else if (pathname === "/callback") {
      await finish(request, response);
    } else {
      response.writeHead(404).end();
    }
  } catch (failed) {
    // failed.error is the OAuth code; failed.error_description, where there is one, a stable code.
    response.writeHead(403).end(failed.error ?? "sign_in_failed");
  }
}).listen(Number(process.env.PORT ?? 3000));
