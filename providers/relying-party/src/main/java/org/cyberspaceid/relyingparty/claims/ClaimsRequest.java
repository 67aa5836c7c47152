package org.cyberspaceid.relyingparty.claims;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.core.claims.BooleanClaim;

/** What an ISP asks to learn: scopes and the {@code claims} parameter (OIDC Core 5.4, 5.5; Identity Assurance 1.0) in one view. */
public final class ClaimsRequest {
    /** Of the {@code claims} parameter, in characters; looked at before anything is parsed. */
    public static final int MAX_LENGTH = 4000;

    /** The scope and item of the ledger. */
    public static final String IDENTITY_MATCH = "identity_match";

    /** The scope under which values may be asked for. */
    public static final String REAL_IDENTITY = "real_identity";

    private final Map<Place, Map<BooleanClaim, Wish>> facts;
    private final Map<Place, List<VerifiedClaimsWish>> verified;

    ClaimsRequest(Map<Place, Map<BooleanClaim, Wish>> facts, Map<Place, List<VerifiedClaimsWish>> verified) {
        this.facts = new EnumMap<>(facts);
        this.verified = new EnumMap<>(verified);
    }

    /**
     * Reads a request.
     *
     * @param scope the {@code scope} parameter: a scope of the table asks for its claim in both places
     * @param claims the {@code claims} parameter as sent or as kept; {@code null} when there is none
     * @throws ClaimsRefusedException when it cannot be understood; never after {@code claims-request-checked} let it through
     */
    public static ClaimsRequest of(String scope, String claims) {
        return new ClaimsParser().read(scope, claims);
    }

    /** Something asked for by name. */
    public record Asked(String name, boolean essential) {}

    /** The facts of the table that are asked for anywhere, by claim name, each once. */
    public List<Asked> facts() {
        return Stream.of(BooleanClaim.values())
                .filter(claim -> wishes(claim).findAny().isPresent())
                .map(claim -> new Asked(claim.claimName(), wishes(claim).anyMatch(Wish::essential)))
                .toList();
    }

    /** Whether a name and number are to be compared. */
    public boolean asksIdentityMatch() {
        return match().isPresent();
    }

    /** Whether the ISP cannot serve the person unless they are that person's. */
    public boolean isIdentityMatchEssential() {
        return match().filter(IdentityMatch::essential).isPresent();
    }

    /** The values of {@code real_identity} that are asked for, by claim name. */
    public List<Asked> realIdentityValues() {
        return Stream.of(RealValue.values())
                .filter(value -> valueWishes(value).findAny().isPresent())
                .map(value -> new Asked(value.claimName(), valueWishes(value).anyMatch(Wish::essential)))
                .toList();
    }

    /** The scopes that must be on the client's allow-list. */
    public Set<String> scopesNeeded() {
        Set<String> scopes = new TreeSet<>();
        Stream.of(BooleanClaim.values())
                .filter(claim -> wishes(claim).findAny().isPresent())
                .forEach(claim -> scopes.add(claim.scope()));
        if (asksIdentityMatch()) {
            scopes.add(IDENTITY_MATCH);
        }
        if (!realIdentityValues().isEmpty()) {
            scopes.add(REAL_IDENTITY);
        }
        return scopes;
    }

    Map<BooleanClaim, Wish> plainFacts(Place place) {
        return facts.getOrDefault(place, Map.of());
    }

    List<VerifiedClaimsWish> verified(Place place) {
        return verified.getOrDefault(place, List.of());
    }

    /** The one pair to compare. */
    Optional<IdentityMatch> match() {
        return allVerified().flatMap(wish -> wish.match().stream()).findFirst();
    }

    boolean asksValuesIn(Place place) {
        return verified(place).stream().anyMatch(wish -> !wish.values().isEmpty());
    }

    boolean asksNothing() {
        return facts().isEmpty() && !asksIdentityMatch() && realIdentityValues().isEmpty();
    }

    Stream<VerifiedClaimsWish> allVerified() {
        return verified.values().stream().flatMap(List::stream);
    }

    private Stream<Wish> wishes(BooleanClaim claim) {
        return Stream.concat(facts.values().stream(), allVerified().map(VerifiedClaimsWish::facts))
                .flatMap(wishes -> Stream.ofNullable(wishes.get(claim)));
    }

    private Stream<Wish> valueWishes(RealValue value) {
        return allVerified().flatMap(wish -> Stream.ofNullable(wish.values().get(value)));
    }

    /** Names only. */
    @Override
    public String toString() {
        return scopesNeeded().stream().collect(Collectors.joining(" ", "ClaimsRequest[", "]"));
    }
}
