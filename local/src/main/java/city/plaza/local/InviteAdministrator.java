package city.plaza.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import city.plaza.local.service.Services;
import city.plaza.local.suite.UsageException;
import city.plaza.local.terminal.Terminal;
import city.plaza.local.topology.Service;

/**
 * Has identity-service invite an administrator, by a process of its own that then ends.
 */
final class InviteAdministrator {

	private final Place place;

	private final Terminal terminal;

	InviteAdministrator(Place place, Terminal terminal) {
		this.place = place;
		this.terminal = terminal;
	}

	/**
	 * Invites somebody.
	 * @param arguments {@code invite} and an email address
	 */
	int run(List<String> arguments) throws IOException, InterruptedException {
		if (arguments.size() != 2) {
			throw new UsageException("Whom? ./plaza staff invite EMAIL");
		}
		Path log = this.place.home().directory().resolve("logs").resolve("staff-invite.log");
		int code = new Services(this.place.repository(), this.place.home(), this.place.ports(), false)
			.runOnce(Service.IDENTITY, Map.of("PLAZA_IDENTITY_INVITE_ADMINISTRATOR", arguments.getLast()), log);
		this.terminal.line((code == 0) ? "Invited. The link is in the mail: " + this.place.inbox() + "/dev/inbox"
				: "Nobody was invited; the reason is in " + log);
		return code;
	}

}
