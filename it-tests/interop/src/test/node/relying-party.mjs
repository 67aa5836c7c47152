// A service that signs one person in with openid-client. Whoever walks through its addresses makes it do what the address says; it answers
// with what it got, in JSON.
import * as client from "openid-client";
import { createServer } from "node:http";

const { ISSUER, CLIENT_ID, CLIENT_SECRET, PORT } = process.env;
const home = `http://localhost:${PORT}`;
const scope = "openid identity_verified age_over_18";

const config = await client.discovery(
  new URL(ISSUER),
  CLIENT_ID,
  undefined,
  client.ClientSecretBasic(CLIENT_SECRET),
);

let asked;
let tokens;

/** By a pushed request (RFC 9126): the browser carries a reference only. */
async function login() {
  asked = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
  return client.buildAuthorizationUrlWithPAR(config, {
    redirect_uri: `${home}/callback`,
    scope,
    state: asked.state,
    nonce: asked.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(asked.verifier),
    code_challenge_method: "S256",
  });
}

async function callback(request) {
  tokens = await client.authorizationCodeGrant(config, new URL(request.url, home), {
    expectedState: asked.state,
    expectedNonce: asked.nonce,
    pkceCodeVerifier: asked.verifier,
    idTokenExpected: true,
  });
  return tokens.claims();
}

/** The library checks that the new ID token, if one comes, has the claims of this service. */
async function refresh() {
  const before = tokens;
  tokens = await client.refreshTokenGrant(config, before.refresh_token);
  return {
    claims: tokens.claims(),
    newAccessToken: tokens.access_token !== before.access_token,
    newRefreshToken: tokens.refresh_token !== before.refresh_token,
  };
}

function logout() {
  return client.buildEndSessionUrl(config, {
    id_token_hint: tokens.id_token,
    post_logout_redirect_uri: `${home}/signed-out`,
    state: asked.state,
  });
}

const addresses = {
  "/login": login,
  "/callback": callback,
  "/userinfo": () => client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub),
  "/introspection": () => client.tokenIntrospection(config, tokens.access_token),
  "/refresh": refresh,
  "/logout": logout,
  "/signed-out": (request) => ({ ours: new URL(request.url, home).searchParams.get("state") === asked.state }),
};

createServer(async (request, response) => {
  try {
    const answer = await addresses[new URL(request.url, home).pathname](request);
    if (answer instanceof URL) {
      response.writeHead(302, { location: answer.href }).end();
    } else {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(answer));
    }
  } catch (failed) {
    console.error(failed);
    response.writeHead(500).end(JSON.stringify({ error: failed.error ?? String(failed) }));
  }
}).listen(Number(PORT));
