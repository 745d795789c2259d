package city.plaza.client;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

/**
 * What an anonymous caller can do: register and sign in. Every method throws
 * {@link UnexpectedResponse} unless the request succeeds.
 */
public final class PlazaClient {

	private final Http http;

	private PlazaClient(Http http) {
		this.http = http;
	}

	/** A client of the gateway at this address. */
	public static PlazaClient at(URI gateway) {
		return new PlazaClient(Http.at(gateway));
	}

	/**
	 * Requests an account; a verification code goes to the address.
	 * @return the registration's id
	 */
	public UUID register(NewResident resident) throws InterruptedException {
		return this.http.post("/api/v1/registrations", resident, Registration.class).id();
	}

	/** Confirms a registration with the code from the email, and signs in. */
	public Tokens confirm(UUID registration, String code) throws InterruptedException {
		return this.http.post("/api/v1/registrations/" + registration + "/confirmation", Map.of("code", code),
				Tokens.class);
	}

	/** Signs in a resident or a member of staff. */
	public Tokens signIn(String email, String password) throws InterruptedException {
		return this.http.post("/api/v1/sessions", Map.of("email", email, "password", password), Tokens.class);
	}

	/** The client of a resident who is signed in. */
	public ResidentClient resident(Tokens tokens) {
		return new ResidentClient(this.http.with(tokens.accessToken()));
	}

	/** The client of a member of finance staff who is signed in. */
	public FinanceClient finance(Tokens tokens) {
		return new FinanceClient(this.http.with(tokens.accessToken()));
	}

	/** The client of a member of the help desk, or an administrator, who is signed in. */
	public HelpDeskClient helpDesk(Tokens tokens) {
		return new HelpDeskClient(this.http.with(tokens.accessToken()));
	}

	private record Registration(UUID id) {
	}

}
