package city.plaza.local.api;

import java.util.Map;

/** Signs people in and registers them. */
public final class Residents {

	private static final int CREATED = 201;

	private static final int ACCEPTED = 202;

	private final Client client;

	private final InboxReader inbox;

	/**
	 * Residents come in by this client.
	 * @param client without a token
	 */
	public Residents(Client client, InboxReader inbox) {
		this.client = client;
		this.inbox = inbox;
	}

	/** The answer to a sign-in, whatever it is. */
	public Answer trySignIn(String email, String password) throws InterruptedException {
		return this.client.post("/api/v1/sessions", Map.of("email", email, "password", password));
	}

	/** A client signed in. */
	public Client signIn(String email, String password) throws InterruptedException {
		return signedIn(trySignIn(email, password).expect(CREATED));
	}

	/** Asks for an account; the registration's id. */
	public String register(String email, String password, String givenName, String familyName)
			throws InterruptedException {
		return this.client
			.post("/api/v1/registrations",
					Map.of("email", email, "password", password, "givenName", givenName, "familyName", familyName))
			.expect(ACCEPTED)
			.text("/id");
	}

	public Answer tryConfirm(String registration, String code) throws InterruptedException {
		return this.client.post("/api/v1/registrations/" + registration + "/confirmation", Map.of("code", code));
	}

	/** Registers and confirms with the code from the mail; a client signed in. */
	public Client registerWhole(String email, String password, String givenName, String familyName)
			throws InterruptedException {
		String registration = register(email, password, givenName, familyName);
		return signedIn(tryConfirm(registration, this.inbox.code(email)).expect(CREATED));
	}

	/** The client with the token that an answer brought. */
	public Client signedIn(Answer tokens) {
		return this.client.with(tokens.text("/accessToken"));
	}

}
