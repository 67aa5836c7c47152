// The sign-in page follows what happens in other tabs (Keycloak's own script): signed in there means signed in here.
import { checkAuthSession, startSessionPolling } from "./authChecker.js";

const { signInElsewhereUrl, sessionHash } = document.body.dataset;
startSessionPolling(signInElsewhereUrl);
if (sessionHash) {
  checkAuthSession(sessionHash);
}
