package org.cyberspaceid.virtual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;

/**
 * An authority for tests and the sandbox, that issues virtual documents with real signatures. Trust its folders in a sandbox only:
 * its name says that it is not a real authority.
 */
public final class SandboxAuthority {
    private final Path folder;
    private final PopulationRegister register;
    private final DocumentMaker maker;

    private SandboxAuthority(Path folder, PopulationRegister register, DocumentMaker maker) {
        this.folder = folder;
        this.register = register;
        this.maker = maker;
    }

    /** As {@link #openOrCreate(Path, Clock)} by the system's clock. */
    public static SandboxAuthority openOrCreate(Path folder) {
        return openOrCreate(folder, Clock.systemUTC());
    }

    /**
     * The authority that lives in this folder; made at the first call.
     *
     * @param folder is created; keeps keys, certificates and the revocation list
     * @throws UncheckedIOException when the folder cannot be read or written
     */
    public static SandboxAuthority openOrCreate(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder);
            AuthorityKeys keys = AuthorityKeys.openOrCreate(folder, clock);
            TrustFolders.write(folder, keys, clock);
            PopulationRegister register = new PopulationRegister(folder);
            return new SandboxAuthority(
                    folder, register, new DocumentMaker(keys, new IssuedNumbers(folder), register, clock));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the sandbox authority in " + folder, unreadable);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the sandbox authority in " + folder, impossible);
        }
    }

    /** To trust for chips: holds the country signing certificate. */
    public Path cscaFolder() {
        return folder.resolve(TrustFolders.CSCA);
    }

    /** To trust for statements: holds the reader service's certificate. */
    public Path readerServiceFolder() {
        return folder.resolve(TrustFolders.READER_SERVICE);
    }

    /** What it knows of the documents it issued. */
    public PopulationRegister register() {
        return register;
    }

    /** Holds the revocation list of the country signing authority, in date for 90 days from the last opening. */
    public Path crlFolder() {
        return folder.resolve(TrustFolders.CRL);
    }

    /**
     * Makes a document with a random number that follows its type's rule. No number is issued twice, whoever opens the folder:
     * two people of one number would be one person to an identity provider.
     *
     * @throws IllegalArgumentException when the portrait is no JPEG or PNG, or the numbers for this birth date are used up
     */
    public VirtualDocument issue(DocumentOrder order) {
        return issue(order, ChipProfile.USUAL);
    }

    /** As {@link #issue(DocumentOrder)}, a document with this last day. */
    public VirtualDocument issue(DocumentOrder order, LocalDate expiresOn) {
        return maker.make(order, expiresOn);
    }

    /** Another document of the same number, valid for ten years longer, that says what the order says. */
    public VirtualDocument issueAgain(VirtualDocument before, DocumentOrder order) {
        return maker.makeAgain(before, order);
    }

    /** As {@link #issue(DocumentOrder)}, a chip with these algorithms. A statement is signed by ES256 whatever the profile. */
    public VirtualDocument issue(DocumentOrder order, ChipProfile profile) {
        return maker.make(order, profile);
    }
}
