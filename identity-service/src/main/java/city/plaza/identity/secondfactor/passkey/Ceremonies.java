package city.plaza.identity.secondfactor.passkey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import city.plaza.identity.secret.Bytes;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Reads and checks what a browser's {@code navigator.credentials} gave. Whose
 * authenticator it is does not matter; that it saw to its user does.
 */
@Component
class Ceremonies {

	private static final Logger log = LoggerFactory.getLogger(Ceremonies.class);

	/** Algorithms of new passkeys, the preferred first: every device has one of them. */
	static final List<COSEAlgorithmIdentifier> ALGORITHMS = List.of(COSEAlgorithmIdentifier.ES256,
			COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);

	private static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
		.map((algorithm) -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
		.toList();

	/**
	 * What was registered.
	 *
	 * @param credentialId of the authenticator
	 * @param credential to store
	 * @param signCount at first
	 */
	record Registered(Bytes credentialId, Bytes credential, long signCount) {
	}

	private final ObjectConverter converter = new ObjectConverter();

	private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(this.converter);

	private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(this.converter);

	private final PasskeySettings settings;

	Ceremonies(PasskeySettings settings) {
		this.settings = settings;
	}

	Optional<RegistrationData> readRegistration(Map<String, Object> credential) {
		return hasParts(credential, "clientDataJSON", "attestationObject")
				? read(() -> this.manager.parseRegistrationResponseJSON(text(credential))) : Optional.empty();
	}

	Optional<AuthenticationData> readAuthentication(Map<String, Object> credential) {
		return hasParts(credential, "clientDataJSON", "authenticatorData", "signature")
				? read(() -> this.manager.parseAuthenticationResponseJSON(text(credential))) : Optional.empty();
	}

	private static boolean hasParts(Map<String, Object> credential, String... parts) {
		return credential.get("id") instanceof String && credential.get("rawId") instanceof String
				&& credential.get("response") instanceof Map<?, ?> response
				&& Stream.of(parts).allMatch((part) -> response.get(part) instanceof String);
	}

	/** Bytes that anybody may have made up: whatever cannot be read is no passkey. */
	private static <T> Optional<T> read(Supplier<T> parser) {
		try {
			return Optional.of(parser.get());
		}
		catch (RuntimeException ex) {
			log.info("What should be a passkey cannot be read: {}", ex.getClass().getSimpleName());
			return Optional.empty();
		}
	}

	private static String text(Map<String, Object> credential) {
		return JsonMapper.shared().writeValueAsString(credential);
	}

	/** The challenge that was signed, whatever else is wrong. */
	static Optional<byte[]> challengeOf(@Nullable CollectedClientData data) {
		return (data != null && data.getChallenge() != null) ? Optional.of(data.getChallenge().getValue())
				: Optional.empty();
	}

	/** Empty where anything is not as it has to be. */
	Optional<Registered> register(RegistrationData data, byte[] challenge) {
		try {
			this.manager.verify(data, new RegistrationParameters(server(challenge), PARAMETERS, true, true));
			AuthenticatorData<?> authenticator = data.getAttestationObject().getAuthenticatorData();
			AttestedCredentialData credential = authenticator.getAttestedCredentialData();
			if (!isOfItsAlgorithm(credential.getCOSEKey())) {
				return Optional.empty();
			}
			return Optional.of(new Registered(Bytes.of(credential.getCredentialId()),
					Bytes.of(this.credentials.convert(credential)), authenticator.getSignCount()));
		}
		catch (VerificationException | DataConversionException | IllegalArgumentException ex) {
			log.info("A passkey was not added: {}", ex.getClass().getSimpleName());
			return Optional.empty();
		}
	}

	/** The library looks at the algorithm alone, not whether the key is one for it. */
	private static boolean isOfItsAlgorithm(COSEKey key) {
		return key.getAlgorithm().getKeyType().equals(key.getKeyType());
	}

	/** The new counter; empty where anything is not as it has to be. */
	Optional<Long> authenticate(AuthenticationData data, byte[] challenge, Passkey passkey) {
		try {
			AttestedCredentialData credential = this.credentials.convert(passkey.credential().array());
			CredentialRecordImpl known = new CredentialRecordImpl(null, null, null, null, passkey.signCount(),
					credential, null, null, null, null);
			this.manager.verify(data, new AuthenticationParameters(server(challenge), known,
					List.of(passkey.credentialId().array()), true, true));
			AuthenticatorData<?> authenticator = data.getAuthenticatorData();
			return (authenticator != null) ? Optional.of(authenticator.getSignCount()) : Optional.empty();
		}
		catch (VerificationException | DataConversionException | IllegalArgumentException ex) {
			log.info("Passkey {} was refused: {}", passkey.id(), ex.getClass().getSimpleName());
			return Optional.empty();
		}
	}

	private ServerProperty server(byte[] challenge) {
		Set<Origin> origins = this.settings.origins().stream().map(Origin::create).collect(Collectors.toSet());
		return ServerProperty.builder()
			.origins(origins)
			.rpId(this.settings.domain())
			.challenge(new DefaultChallenge(challenge))
			.build();
	}

}
