package io.hourshare.pull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Certificates with any fault that a test wants, written by hand: the JDK reads them but makes none. */
record HandMadeCertificate(String issuer, KeyPair keys, X509Certificate certificate) {

    private static final byte[] ECDSA = {0x30, 0x0A, 0x06, 0x08, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 4, 3, 2};
    private static final byte[] COMMON_NAME = {0x06, 0x03, 0x55, 0x04, 0x03};
    private static final byte[] ALTERNATIVE_NAME = {0x06, 0x03, 0x55, 0x1D, 0x11};
    private static final byte[] BASIC_CONSTRAINTS = {0x06, 0x03, 0x55, 0x1D, 0x13};
    private static final byte[] TRUE = {0x01, 0x01, (byte) 0xFF};
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    /** One that vouches for others. */
    static HandMadeCertificate authority(String name, Instant end) throws GeneralSecurityException {
        KeyPair keys = fresh();
        return signed(name, keys, keys, name, end, extension(BASIC_CONSTRAINTS, der(0x30, TRUE)));
    }

    /** One of a host, vouched for by this. */
    HandMadeCertificate host(String name, Instant end) throws GeneralSecurityException {
        byte[] names = der(0x30, der(0x82, name.getBytes(StandardCharsets.US_ASCII)));
        return signed(issuer, fresh(), keys, name, end, extension(ALTERNATIVE_NAME, names));
    }

    private static KeyPair fresh() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static HandMadeCertificate signed(
            String issuer, KeyPair keys, KeyPair signer, String name, Instant end, byte[] extension)
            throws GeneralSecurityException {
        byte[] told = der(
                0x30,
                der(0xA0, der(0x02, new byte[] {2})),
                der(0x02, new byte[] {(byte) (name.length() & 0x7F)}),
                ECDSA,
                name(issuer),
                der(0x30, time(START), time(end)),
                name(name),
                keys.getPublic().getEncoded(),
                der(0xA3, der(0x30, extension)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer.getPrivate());
        signature.update(told);
        byte[] whole = der(0x30, told, ECDSA, der(0x03, new byte[] {0}, signature.sign()));
        return new HandMadeCertificate(name, keys, (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole)));
    }

    private static byte[] name(String common) {
        byte[] text = der(0x0C, common.getBytes(StandardCharsets.UTF_8));
        return der(0x30, der(0x31, der(0x30, COMMON_NAME, text)));
    }

    private static byte[] time(Instant at) {
        return der(0x17, TIME.format(at).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] extension(byte[] id, byte[] value) {
        return der(0x30, id, der(0x04, value));
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        int size = content.size();
        if (size >= 256) {
            whole.write(0x82);
            whole.write(size >> 8);
        } else if (size >= 128) {
            whole.write(0x81);
        }
        whole.write(size & 0xFF);
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }
}
