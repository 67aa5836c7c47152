package org.cyberspaceid.vault.keys;

import com.google.crypto.tink.proto.KeyData;
import com.google.crypto.tink.proto.KeyData.KeyMaterialType;
import com.google.crypto.tink.subtle.Random;
import com.google.protobuf.ByteString;

/** A fresh symmetric key as Tink's keysets hold it. */
final class RandomKeyData {
    private RandomKeyData() {}

    static KeyData of(String typeUrl, int bytes) {
        return KeyData.newBuilder()
                .setTypeUrl(typeUrl)
                .setValue(ByteString.copyFrom(Random.randBytes(bytes)))
                .setKeyMaterialType(KeyMaterialType.SYMMETRIC)
                .build();
    }
}
