package city.plaza.identity.session;

import java.time.Instant;
import java.util.List;

import city.plaza.identity.secret.Secret;
import city.plaza.platform.database.Codes;
import io.swagger.v3.oas.annotations.media.Schema;

import org.springframework.http.ResponseEntity;

/**
 * The password is right, and a second factor is asked for. Nobody is signed in yet.
 *
 * @param pendingToken to send along with the second factor; good for one sign-in
 * @param methods what the account can go on with: {@code totp} (a code of an
 * authenticator app), {@code passkey}, {@code recovery-code}; {@code add-totp} and
 * {@code add-passkey} where the account has no second factor yet and has to add an
 * authenticator app or a passkey first
 * @param expiresAt when to begin the sign-in anew
 */
@Schema(name = "SecondStep")
public record SecondStepResponse(Secret pendingToken, List<String> methods, Instant expiresAt) {

	/**
	 * The response to the first step of a sign-in.
	 * @param pending what is to come
	 * @return 202
	 */
	public static ResponseEntity<Object> accepted(PendingSignIn pending) {
		return ResponseEntity.accepted().body(of(pending));
	}

	/** What is to come, as a part of another response. */
	public static SecondStepResponse of(PendingSignIn pending) {
		return new SecondStepResponse(pending.token(), pending.methods().stream().map(Codes::of).toList(),
				pending.expiresAt());
	}

}
