package org.cyberspaceid.document;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.cyberspaceid.document.trust.CountryAuthorities;
import org.cyberspaceid.document.trust.ReaderServices;
import org.cyberspaceid.document.trust.RevocationLists;
import org.cyberspaceid.document.trust.TrustContent;
import org.cyberspaceid.document.trust.TrustSources;

/**
 * Whom we trust: a snapshot of folders that never changes; load again to renew it. Loading makes every public key, which takes
 * seconds for a whole master list: do it off the request thread.
 */
public final class TrustAnchors {
    private final CountryAuthorities authorities;
    private final ReaderServices readerServices;
    private final RevocationLists revocationLists;

    private TrustAnchors(
            CountryAuthorities authorities, ReaderServices readerServices, RevocationLists revocationLists) {
        this.authorities = authorities;
        this.readerServices = readerServices;
        this.revocationLists = revocationLists;
    }

    /** As {@link #load(TrustSources, Path, Instant)}, of three folders without master lists. */
    public static TrustAnchors load(Path cscaFolder, Path readerServiceFolder, Path crlFolder) {
        return load(
                new TrustSources(List.of(cscaFolder), List.of(), List.of(crlFolder), Set.of()),
                readerServiceFolder,
                Instant.now());
    }

    /**
     * Reads the folders; files are DER or PEM.
     *
     * @param readerServiceFolder certificates of reader services ({@code .cer .crt .der .pem})
     * @param now when the signers of master lists must be valid
     * @throws IllegalArgumentException naming the folder that is missing, or the file that is not what it should be
     */
    public static TrustAnchors load(TrustSources sources, Path readerServiceFolder, Instant now) {
        CountryAuthorities authorities = CountryAuthorities.load(sources, now);
        return new TrustAnchors(
                authorities, ReaderServices.load(readerServiceFolder), RevocationLists.load(sources, authorities));
    }

    /** What is in it, for those who run it: no personal data. */
    public TrustContent content(Instant now) {
        return TrustContent.of(authorities, revocationLists, now);
    }

    CountryAuthorities authorities() {
        return authorities;
    }

    ReaderServices readerServices() {
        return readerServices;
    }

    RevocationLists revocationLists() {
        return revocationLists;
    }

    /** How many of each, for a start-up message. */
    @Override
    public String toString() {
        return "TrustAnchors[" + authorities.size() + " country authorities, " + revocationLists.size()
                + " revocation lists, " + readerServices.size() + " reader services]";
    }
}
