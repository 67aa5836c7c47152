package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyManager;
import com.google.crypto.tink.proto.KeyData;
import com.google.protobuf.ByteString;

/** Has Tink keep SM4-GCM keys in its keysets; what it stores of a key is its 16 bytes. */
final class Sm4GcmKeyManager implements KeyManager<Aead> {
    static final String TYPE_URL = "type.cyberspaceid.org/Sm4GcmKey";

    @Override
    public Aead getPrimitive(ByteString serializedKey) {
        return new Sm4GcmAead(serializedKey.toByteArray());
    }

    @Override
    public KeyData newKeyData(ByteString serializedKeyFormat) {
        return RandomKeyData.of(TYPE_URL, Sm4GcmAead.KEY_BYTES);
    }

    @Override
    public String getKeyType() {
        return TYPE_URL;
    }

    @Override
    public Class<Aead> getPrimitiveClass() {
        return Aead.class;
    }
}
