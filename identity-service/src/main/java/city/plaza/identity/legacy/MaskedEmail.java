package city.plaza.identity.legacy;

import city.plaza.identity.account.EmailAddress;

/**
 * An address of which only its holder recognises the rest: {@code p***t@e***.com}. How
 * long it is shows no more than who its provider is.
 */
final class MaskedEmail {

	private static final String REST = "***";

	private MaskedEmail() {
	}

	static String of(EmailAddress email) {
		String address = email.comparable();
		String local = address.substring(0, address.indexOf('@'));
		String domain = address.substring(address.indexOf('@') + 1);
		return ends(local) + "@" + domain.charAt(0) + REST + domain.substring(domain.lastIndexOf('.'));
	}

	private static String ends(String local) {
		return switch (local.length()) {
			case 1 -> REST;
			case 2 -> local.charAt(0) + REST;
			default -> local.charAt(0) + REST + local.charAt(local.length() - 1);
		};
	}

}
