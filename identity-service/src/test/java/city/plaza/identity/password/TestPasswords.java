package city.plaza.identity.password;

import java.util.List;

/** The rules of passwords for tests that start no service. */
public final class TestPasswords {

	private TestPasswords() {
	}

	public static PasswordRules rules() {
		return new PasswordRules(new BreachedPasswords(), new WordRanks(),
				new PasswordSettings(List.of("fairhaven", "plaza"), 19456, 2, 1, 10, true));
	}

}
