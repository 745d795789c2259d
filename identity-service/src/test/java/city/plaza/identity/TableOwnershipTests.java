package city.plaza.identity;

import java.io.IOException;
import java.nio.file.Path;

import city.plaza.platform.testing.TableOwnership;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableOwnershipTests {

	@Test
	void eachTableHasOneOwnerAndIsReadFromAbove() throws IOException {
		assertThat(TableOwnership.violations(Path.of(""), "city.plaza.identity", "limit", "account", "password",
				"token", "session", "method", "secondfactor.totp", "secondfactor.recovery", "secondfactor.passkey",
				"secondfactor", "verification", "profile", "completion", "legacy", "registration", "reset", "app",
				"staff", "email", "me", "social"))
			.isEmpty();
	}

}
