package city.plaza.demo;

import java.util.UUID;

import city.plaza.client.InboxClient;
import city.plaza.client.Me;
import city.plaza.client.NewResident;
import city.plaza.client.PlazaClient;
import city.plaza.client.ResidentClient;
import city.plaza.client.Tokens;

/** Somebody new registers, signs out and signs in again. */
final class RegistrationSteps {

	private static final String PASSWORD = "dev-only-a-long-passphrase";

	private static final int UNAUTHORIZED = 401;

	private static final int UNPROCESSABLE = 422;

	private final Transcript transcript;

	private final PlazaClient plaza;

	private final InboxClient inbox;

	private final String email;

	RegistrationSteps(Transcript transcript, PlazaClient plaza, InboxClient inbox, String email) {
		this.transcript = transcript;
		this.plaza = plaza;
		this.inbox = inbox;
		this.email = email;
	}

	ResidentClient register() throws InterruptedException {
		UUID registration = this.plaza.register(new NewResident(this.email, PASSWORD, "Demo", "Resident"));
		this.transcript.step("A new resident registers", this.email);
		String code = this.inbox.awaitCode(this.email);
		int mails = this.inbox.to(this.email).size();
		Transcript.require(mails == 1, mails + " emails arrived instead of one");
		this.transcript.step("The code arrives by email, once", code);
		this.transcript.refused("A wrong code is refused", UNPROCESSABLE, "wrong-code",
				() -> this.plaza.confirm(registration, otherThan(code)));
		Tokens tokens = this.plaza.confirm(registration, code);
		this.transcript.step("The right code signs the resident in", "token for " + tokens.expiresIn() + " s");
		this.transcript.refused("The same code does not work twice", UNPROCESSABLE, "",
				() -> this.plaza.confirm(registration, code));
		return this.plaza.resident(tokens);
	}

	/** Signs out and in again; the client newly signed in. */
	ResidentClient signOutAndIn(ResidentClient resident) throws InterruptedException {
		resident.signOut();
		this.transcript.step("The resident signs out", "204");
		this.transcript.refused("A wrong password is refused", UNAUTHORIZED, "wrong-credentials",
				() -> this.plaza.signIn(this.email, "not-the-password-at-all"));
		ResidentClient again = this.plaza.resident(this.plaza.signIn(this.email, PASSWORD));
		Me me = again.me();
		Transcript.require(me.email().equals(this.email), "Somebody else is signed in: " + me);
		this.transcript.step("The resident signs in again", me.givenName() + " " + me.familyName() + ", " + me.email());
		return again;
	}

	static String otherThan(String code) {
		char first = (code.charAt(0) == '9') ? '0' : (char) (code.charAt(0) + 1);
		return first + code.substring(1);
	}

}
