package org.cyberspaceid.signin.throttle;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** What stands for everybody behind one connection to the Internet: an IPv4 address, or the /64 of an IPv6 address (RFC 6177, 2). */
final class Network {
    private static final int PREFIX_BYTES = 8;

    private Network() {}

    /**
     * The network of an address.
     *
     * @param unverifiedAddress as the connection or the proxy says; what is no address is taken as it is and never looked up
     */
    static String of(String unverifiedAddress) {
        String literal = unverifiedAddress.replaceFirst("%.*", "").replaceAll("[\\[\\]]", "");
        if (!literal.matches("[0-9.]+") && !literal.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return unverifiedAddress;
        }
        try {
            InetAddress address = InetAddress.getByName(literal);
            return address instanceof Inet6Address v6 ? prefix(v6) : address.getHostAddress();
        } catch (UnknownHostException malformed) {
            return unverifiedAddress;
        }
    }

    private static String prefix(Inet6Address address) {
        byte[] prefix = Arrays.copyOf(Arrays.copyOf(address.getAddress(), PREFIX_BYTES), 2 * PREFIX_BYTES);
        try {
            return InetAddress.getByAddress(prefix).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
