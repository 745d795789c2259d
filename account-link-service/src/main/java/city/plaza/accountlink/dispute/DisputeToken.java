package city.plaza.accountlink.dispute;

import city.plaza.platform.security.RandomToken;

/**
 * What a mail holds so that only its reader can dispute a link: 256 random bits, of no
 * use for anything else.
 *
 * @param value base64url
 */
public record DisputeToken(String value) {

	static DisputeToken next() {
		return new DisputeToken(RandomToken.next());
	}

	/** What is stored: a reader of the database cannot use it. */
	byte[] digest() {
		return RandomToken.digest(this.value);
	}

	@Override
	public String toString() {
		return "DisputeToken[***]";
	}

}
