package city.plaza.identity.secondfactor.totp;

import java.time.Clock;

import city.plaza.identity.secret.Secret;
import org.bouncycastle.util.encoders.Base32;

/** An authenticator app that was set up with a key, on a phone with the right time. */
public final class TestApp {

	private final TotpKey key;

	private final Clock clock;

	public TestApp(String key, Clock clock) {
		this.key = new TotpKey(Base32.decode(key));
		this.clock = clock;
	}

	public String code() {
		return codeAt(0);
	}

	/** The code some steps of 30 seconds from now. */
	public String codeAt(int steps) {
		return this.key.codeOf(TotpKey.stepAt(this.clock.instant()) + steps);
	}

	/** A code that is none of the present ones. */
	public String wrongCode() {
		String code = codeAt(0);
		for (int number = 0; this.key.stepOf(Secret.of(code), this.clock.instant()).isPresent(); number++) {
			code = "%06d".formatted(number);
		}
		return code;
	}

}
