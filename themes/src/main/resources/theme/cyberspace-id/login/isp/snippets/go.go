package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

func main() {
	ctx := context.Background()
	provider, err := oidc.NewProvider(ctx, "https://id.example/realms/cyberspace-id")
	if err != nil {
		log.Fatal(err)
	}
	config := oauth2.Config{
		ClientID:     "your-client-id",
		ClientSecret: os.Getenv("CLIENT_SECRET"),
		Endpoint:     provider.Endpoint(),
		RedirectURL:  "https://shop.example/callback",
		Scopes:       []string{oidc.ScopeOpenID, "identity_verified", "age_over_18"},
	}
	verifier := provider.Verifier(&oidc.Config{ClientID: config.ClientID})

	http.HandleFunc("/login", func(w http.ResponseWriter, r *http.Request) {
		state, nonce, pkce := oauth2.GenerateVerifier(), oauth2.GenerateVerifier(), oauth2.GenerateVerifier()
		for name, value := range map[string]string{"state": state, "nonce": nonce, "pkce": pkce} {
			http.SetCookie(w, &http.Cookie{Name: name, Value: value, MaxAge: 600, HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode})
		}
		http.Redirect(w, r, config.AuthCodeURL(state, oidc.Nonce(nonce), oauth2.S256ChallengeOption(pkce)), http.StatusFound)
	})

	http.HandleFunc("/callback", func(w http.ResponseWriter, r *http.Request) {
		if refused := r.URL.Query().Get("error"); refused != "" {
			http.Error(w, refused, http.StatusForbidden)
			return
		}
		if value(r, "state") == "" || r.URL.Query().Get("state") != value(r, "state") {
			http.Error(w, "state", http.StatusBadRequest)
			return
		}
		tokens, err := config.Exchange(r.Context(), r.URL.Query().Get("code"), oauth2.VerifierOption(value(r, "pkce")))
		if err != nil {
			http.Error(w, "sign_in_failed", http.StatusForbidden)
			return
		}
		raw, _ := tokens.Extra("id_token").(string)
		idToken, err := verifier.Verify(r.Context(), raw)
		if err != nil || idToken.Nonce != value(r, "nonce") {
			http.Error(w, "sign_in_failed", http.StatusForbidden)
			return
		}
		var person struct {
			Number string `json:"sub"`
			Adult  *bool  `json:"age_over_18"`
		}
		if err := idToken.Claims(&person); err != nil {
			http.Error(w, "sign_in_failed", http.StatusForbidden)
			return
		}
		json.NewEncoder(w).Encode(person)
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:3000", nil))
}

func value(r *http.Request, name string) string {
	cookie, err := r.Cookie(name)
	if err != nil {
		return ""
	}
	return cookie.Value
}
