import * as client from "openid-client"; // version 6
import { createServer } from "node:http";

const issuer = new URL("https://id.example/realms/cyberspace-id");
const home = process.env.BASE_URL ?? "https://shop.example";
const redirect_uri = `${home}/callback`;

const config = await client.discovery(
  issuer,
  "your-client-id",
  undefined,
  client.ClientSecretBasic(process.env.CLIENT_SECRET),
  // A server without TLS is for the sandbox on your own machine only.
  issuer.protocol === "http:" ? { execute: [client.allowInsecureRequests] } : undefined,
);

// One visitor's sign-in that is under way, by state. Keep it in your session instead.
const underWay = new Map();

async function start() {
  const state = client.randomState();
  const nonce = client.randomNonce();
  const verifier = client.randomPKCECodeVerifier();
  underWay.set(state, { nonce, verifier });
  return client.buildAuthorizationUrl(config, {
    redirect_uri,
    scope: "openid identity_verified age_over_18",
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  });
}

async function finish(address) {
  const state = address.searchParams.get("state");
  const { nonce, verifier } = underWay.get(state) ?? {};
  underWay.delete(state);
  // Checks state, iss, signature, audience, expiry, nonce and the PKCE verifier.
  const tokens = await client.authorizationCodeGrant(config, address, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  return tokens.claims();
}

createServer(async (request, response) => {
  const address = new URL(request.url, home);
  try {
    if (address.pathname === "/login") {
      response.writeHead(302, { location: (await start()).href }).end();
    } else if (address.pathname === "/callback") {
      const { sub, identity_verified, age_over_18 } = await finish(address);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ sub, identity_verified, age_over_18 }));
    } else {
      response.writeHead(404).end();
    }
  } catch (failed) {
    // failed.error is the OAuth code, failed.error_description one of our stable codes or absent.
    response.writeHead(403).end(failed.error ?? "sign_in_failed");
  }
}).listen(Number(process.env.PORT ?? 3000));
