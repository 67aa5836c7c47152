curl --fail-with-body --silent --show-error \
  --header "Authorization: Bearer $INITIAL_ACCESS_TOKEN" \
  --header "Content-Type: application/json" \
  --data '{
    "client_name": "City Shop",
    "redirect_uris": ["https://shop.example/callback"],
    "post_logout_redirect_uris": ["https://shop.example/"],
    "grant_types": ["authorization_code", "refresh_token"],
    "response_types": ["code"],
    "token_endpoint_auth_method": "client_secret_basic"
  }' \
  https://id.example/realms/cyberspace-id/clients-registrations/openid-connect
