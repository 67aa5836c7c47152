import os

from authlib.integrations.flask_client import OAuth, OAuthError
from flask import Flask, session, url_for

app = Flask(__name__)
app.secret_key = os.environ["SESSION_KEY"]

oauth = OAuth(app)
oauth.register(
    "cyberspace_id",
    client_id="your-client-id",
    client_secret=os.environ["CLIENT_SECRET"],
    server_metadata_url="https://id.example/realms/cyberspace-id/.well-known/openid-configuration",
    client_kwargs={
        "scope": "openid identity_verified age_over_18",
        "code_challenge_method": "S256",
    },
)


@app.get("/login")
def login():
    return oauth.cyberspace_id.authorize_redirect(url_for("callback", _external=True))


@app.get("/callback")
def callback():
    try:
        # Checks state, signature, issuer, audience, expiry and nonce.
        person = oauth.cyberspace_id.authorize_access_token()["userinfo"]
    except OAuthError as refused:
        return {"error": refused.error, "error_description": refused.description}, 403
    session["number"] = person["sub"]
    return {"number": person["sub"], "adult": person.get("age_over_18")}
