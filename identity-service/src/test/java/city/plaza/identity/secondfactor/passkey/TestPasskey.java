package city.plaza.identity.secondfactor.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.bouncycastle.util.BigIntegers;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * An authenticator and the browser before it, as WebAuthn describes them: one passkey on
 * P-256. What it claims can be changed, as an attacker would.
 */
public final class TestPasskey {

	private static final int PRESENT_AND_VERIFIED = 0x05;

	private static final int ATTESTED = 0x40;

	private final byte[] credentialId = bytesOf(UUID.randomUUID());

	private final KeyPair keys;

	public String origin = "http://localhost:8080";

	public String domain = "localhost";

	public int flags = PRESENT_AND_VERIFIED;

	public int algorithm = -7;

	public long count;

	private String user = "";

	public TestPasskey() throws GeneralSecurityException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp256r1"));
		this.keys = generator.generateKeyPair();
	}

	/** What {@code navigator.credentials.create} gives for these options. */
	public Map<String, Object> create(JsonNode options) throws GeneralSecurityException {
		this.user = options.get("user").get("id").asString();
		Map<String, Object> attestation = new LinkedHashMap<>();
		attestation.put("fmt", "none");
		attestation.put("attStmt", Map.of());
		attestation.put("authData", authenticatorData(ATTESTED, attested()));
		byte[] client = clientData("webauthn.create", options.get("challenge").asString());
		return credential(Map.of("clientDataJSON", text(client), "attestationObject",
				text(new CBORMapper().writeValueAsBytes(attestation))));
	}

	/** What {@code navigator.credentials.get} gives for these options. */
	public Map<String, Object> get(JsonNode options) throws GeneralSecurityException {
		return get("webauthn.get", options.get("challenge").asString());
	}

	public Map<String, Object> get(String type, String challenge) throws GeneralSecurityException {
		this.count++;
		byte[] data = authenticatorData(0, new byte[0]);
		byte[] client = clientData(type, challenge);
		Signature signature = Signature.getInstance("SHA256withECDSA");
		signature.initSign(this.keys.getPrivate());
		signature.update(data);
		signature.update(sha256(client));
		return credential(Map.of("clientDataJSON", text(client), "authenticatorData", text(data), "signature",
				text(signature.sign()), "userHandle", this.user));
	}

	private Map<String, Object> credential(Map<String, Object> response) {
		return Map.of("id", text(this.credentialId), "rawId", text(this.credentialId), "type", "public-key",
				"clientExtensionResults", Map.of(), "response", response);
	}

	private byte[] authenticatorData(int more, byte[] rest) throws GeneralSecurityException {
		return ByteBuffer.allocate(37 + rest.length)
			.put(sha256(this.domain.getBytes(StandardCharsets.UTF_8)))
			.put((byte) (this.flags | more))
			.putInt((int) this.count)
			.put(rest)
			.array();
	}

	private byte[] attested() {
		ECPublicKey key = (ECPublicKey) this.keys.getPublic();
		Map<Integer, Object> cose = new LinkedHashMap<>();
		cose.put(1, 2);
		cose.put(3, this.algorithm);
		cose.put(-1, 1);
		cose.put(-2, BigIntegers.asUnsignedByteArray(32, key.getW().getAffineX()));
		cose.put(-3, BigIntegers.asUnsignedByteArray(32, key.getW().getAffineY()));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(new byte[16]);
		out.writeBytes(ByteBuffer.allocate(2).putShort((short) this.credentialId.length).array());
		out.writeBytes(this.credentialId);
		out.writeBytes(cbor(cose));
		return out.toByteArray();
	}

	/** Jackson writes the names of a map as text; those of a COSE key are numbers. */
	private static byte[] cbor(Map<Integer, Object> cose) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(0xA0 | cose.size());
		cose.forEach((name, value) -> {
			out.writeBytes(new CBORMapper().writeValueAsBytes(name));
			out.writeBytes(new CBORMapper().writeValueAsBytes(value));
		});
		return out.toByteArray();
	}

	private byte[] clientData(String type, String challenge) {
		return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + this.origin
				+ "\",\"crossOrigin\":false}")
			.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
		return MessageDigest.getInstance("SHA-256").digest(bytes);
	}

	private static byte[] bytesOf(UUID id) {
		return ByteBuffer.allocate(16)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

	private static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
