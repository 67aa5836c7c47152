package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.KeyManager;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.proto.KeyData;
import com.google.protobuf.ByteString;

/** Has Tink keep HMAC-SM3 keys in its keysets; what it stores of a key is its 32 bytes. */
final class HmacSm3KeyManager implements KeyManager<Prf> {
    static final String TYPE_URL = "type.cyberspaceid.org/HmacSm3PrfKey";

    @Override
    public Prf getPrimitive(ByteString serializedKey) {
        return new HmacSm3Prf(serializedKey.toByteArray());
    }

    @Override
    public KeyData newKeyData(ByteString serializedKeyFormat) {
        return RandomKeyData.of(TYPE_URL, HmacSm3Prf.KEY_BYTES);
    }

    @Override
    public String getKeyType() {
        return TYPE_URL;
    }

    @Override
    public Class<Prf> getPrimitiveClass() {
        return Prf.class;
    }
}
