package city.plaza.identity.secondfactor;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import city.plaza.identity.secret.Secret;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The second step of a sign-in: with exactly one of the proofs.
 *
 * @param pendingToken of the first step
 * @param totpCode the six digits that the authenticator app shows; where one had to be
 * added, they add it
 * @param recoveryCode one of the codes that were printed
 * @param passkey what {@code navigator.credentials.get} gave, as JSON
 * @param newPasskey where a factor has to be added: a passkey, which completes the
 * sign-in
 * @param rememberDevice whether this device is not to be asked for a second factor for 30
 * days
 * @param deviceToken of the last sign-in on this device, if there was one
 */
@Schema(name = "SecondStepRequest")
record SecondStepRequest(@NotNull(message = "Send the pendingToken of the first step.") Secret pendingToken,
		@Nullable Secret totpCode, @Nullable Secret recoveryCode, @Nullable Map<String, Object> passkey,
		@Valid OwnPasskeyController.@Nullable NewPasskey newPasskey, @Nullable Boolean rememberDevice,
		@Nullable Secret deviceToken) {

	boolean hasOneProof() {
		long codes = Stream.of(this.totpCode, this.recoveryCode)
			.filter(Objects::nonNull)
			.filter((proof) -> !proof.isBlank())
			.count();
		long passkeys = Stream.of(this.passkey, this.newPasskey).filter(Objects::nonNull).count();
		return codes + passkeys == 1;
	}

	/** The same with the name of the new passkey as it will be stored. */
	SecondStepRequest named(OwnPasskeyController.NewPasskey passkey) {
		return new SecondStepRequest(this.pendingToken, this.totpCode, this.recoveryCode, this.passkey, passkey,
				this.rememberDevice, this.deviceToken);
	}

	boolean remembers() {
		return Boolean.TRUE.equals(this.rememberDevice);
	}

}
