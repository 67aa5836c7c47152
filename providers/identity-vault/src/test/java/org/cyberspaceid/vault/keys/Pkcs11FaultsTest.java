package org.cyberspaceid.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.ProviderException;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pkcs11FaultsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"CKR_DEVICE_ERROR", "CKR_SESSION_HANDLE_INVALID", "CKR_TOKEN_NOT_PRESENT", "CKR_DEVICE_REMOVED"})
    void tellsAnHsmThatIsAway(String value) {
        Exception fromHsm = new Exception(value);
        assertThat(Pkcs11Faults.of(new ProviderException("doFinal() failed", fromHsm)))
                .isInstanceOf(HsmUnreachableException.class);
        assertThat(Pkcs11Faults.of(new InvalidKeyException("Could not initialize cipher", fromHsm)))
                .isInstanceOf(HsmUnreachableException.class)
                .hasRootCauseMessage(value);
    }

    @Test
    void tellsATokenThatWasTakenOut() {
        assertThat(Pkcs11Faults.of(new ProviderException("Token has been removed")))
                .isInstanceOf(HsmUnreachableException.class);
    }

    @Test
    void whatSpeaksOfTheDataStaysWhatItIs() {
        GeneralSecurityException badTag = new AEADBadTagException("sun.security…PKCS11Exception: CKR_GENERAL_ERROR");
        assertThat(Pkcs11Faults.of(badTag)).isSameAs(badTag);
        assertThat(Pkcs11Faults.of(new ProviderException("doFinal() failed", new Exception("CKR_FUNCTION_FAILED"))))
                .isExactlyInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void findsTheReturnValueInAnyCause() {
        assertThat(Pkcs11Faults.returnValue(new Exception(null, new Exception("x: CKR_PIN_LOCKED (y)"))))
                .contains("CKR_PIN_LOCKED");
        assertThat(Pkcs11Faults.returnValue(new Exception())).isEmpty();
    }

    @Test
    void withoutAReturnValueTheFirstCauseSpeaks() {
        assertThat(Pkcs11Faults.reason(new Exception("load failed", new Exception("two of [a]"))))
                .isEqualTo("two of [a]");
        assertThat(Pkcs11Faults.reason(new Exception("x", new Exception("CKR_PIN_LOCKED"))))
                .isEqualTo("CKR_PIN_LOCKED");
        assertThat(Pkcs11Faults.reason(new Exception())).isNotNull();
    }
}
