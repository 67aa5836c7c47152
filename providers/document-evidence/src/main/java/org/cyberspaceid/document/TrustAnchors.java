package org.cyberspaceid.document;

import java.nio.file.Path;
import org.cyberspaceid.document.trust.CountryAuthorities;
import org.cyberspaceid.document.trust.ReaderServices;
import org.cyberspaceid.document.trust.RevocationLists;

/**
 * Whom we trust: a snapshot of three folders that never changes; load again to renew it. Loading makes every public key, which takes
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

    /**
     * Reads the folders; files are DER or PEM.
     *
     * @param cscaFolder country signing certificates, self-signed or linked ({@code .cer .crt .der .pem})
     * @param readerServiceFolder certificates of reader services ({@code .cer .crt .der .pem})
     * @param crlFolder revocation lists of the country signing authorities ({@code .crl .pem}); without one that is in date, no chip of that country is accepted
     * @throws IllegalArgumentException naming the folder that is missing, or the file that is not what it should be
     */
    public static TrustAnchors load(Path cscaFolder, Path readerServiceFolder, Path crlFolder) {
        CountryAuthorities authorities = CountryAuthorities.load(cscaFolder);
        return new TrustAnchors(
                authorities, ReaderServices.load(readerServiceFolder), RevocationLists.load(crlFolder, authorities));
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
