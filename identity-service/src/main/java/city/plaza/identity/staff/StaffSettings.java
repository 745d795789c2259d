package city.plaza.identity.staff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.secret.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Who works for the city. The settings are the truth: who is no longer in them can no
 * longer sign in.
 *
 * @param staff none unless set
 */
@ConfigurationProperties("plaza.identity")
record StaffSettings(@DefaultValue List<Member> staff) {

	// Not by constraints: their messages would print a password.
	StaffSettings {
		for (int index = 0; index < staff.size(); index++) {
			staff.get(index).check("plaza.identity.staff[" + index + "].");
		}
		Map<String, Integer> first = new HashMap<>();
		for (int index = 0; index < staff.size(); index++) {
			Integer before = first.putIfAbsent(staff.get(index).address().comparable(), index);
			Assert.isTrue(before == null, "plaza.identity.staff[" + index + "].email is that of staff[" + before
					+ "] too: an address has one account");
		}
	}

	/**
	 * One of them.
	 *
	 * @param email to sign in with
	 * @param password 15 characters or more
	 * @param givenName to greet by
	 * @param familyName to greet by
	 * @param roles such as {@code finance}
	 */
	record Member(@Nullable String email, @Nullable String password, @Nullable String givenName,
			@Nullable String familyName, @DefaultValue Set<String> roles) {

		private static final int LEAST_PASSWORD = 15;

		EmailAddress address() {
			return EmailAddress.read(this.email).orElseThrow();
		}

		Secret secret() {
			return Secret.of(String.valueOf(this.password));
		}

		private void check(String prefix) {
			Assert.isTrue(EmailAddress.read(this.email).isPresent(), prefix + "email must be an e-mail address");
			Assert.isTrue(
					this.password != null && this.password.codePointCount(0, this.password.length()) >= LEAST_PASSWORD,
					prefix + "password must have " + LEAST_PASSWORD + " characters or more");
			Assert.isTrue(PersonName.violationOf(this.givenName) == null, prefix + "given-name must be a name");
			Assert.isTrue(PersonName.violationOf(this.familyName) == null, prefix + "family-name must be a name");
			Assert.isTrue(this.roles.stream().allMatch((role) -> role.matches("[a-z][a-z-]{0,39}")),
					prefix + "roles must be words of small letters and hyphens");
		}

		@Override
		public String toString() {
			return "Member[email=" + this.email + ", roles=" + this.roles + "]";
		}

	}

}
