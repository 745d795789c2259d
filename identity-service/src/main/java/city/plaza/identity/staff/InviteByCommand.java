package city.plaza.identity.staff;

import java.util.Set;
import java.util.concurrent.TimeUnit;

import city.plaza.identity.account.EmailAddress;
import city.plaza.platform.audit.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Invites an administrator and ends the process: the operator's command, for the first
 * administrator and for a city that has lost its last. Who may start the service with its
 * secrets could do anything anyway. It registers nowhere and takes no request.
 */
@Component
@Order(0)
@ConditionalOnProperty("plaza.identity.invite-administrator")
class InviteByCommand implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(InviteByCommand.class);

	private static final long TIMEOUT_SECONDS = 60;

	private final InviteStaff invite;

	private final ConfigurableApplicationContext context;

	private final String email;

	InviteByCommand(InviteStaff invite, ConfigurableApplicationContext context,
			@Value("${plaza.identity.invite-administrator}") String email) {
		this.invite = invite;
		this.context = context;
		this.email = email;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		boolean done = invite();
		System.exit(SpringApplication.exit(this.context, () -> done ? 0 : 1));
	}

	boolean invite() {
		EmailAddress address = EmailAddress.read(this.email).orElse(null);
		if (address == null) {
			log.error("plaza.identity.invite-administrator is no email address");
			return false;
		}
		InviteStaff.Outcome outcome = this.invite
			.invite(address, Set.of(StaffRole.ADMINISTRATOR.code()), Actor.system())
			.toFuture()
			.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
			.join();
		return switch (outcome) {
			case InviteStaff.Outcome.Invited invited -> {
				log.info("Staff: an administrator is invited, the link goes out by mail until {}",
						invited.invitation().expiresAt());
				yield true;
			}
			case InviteStaff.Outcome.AddressInUse inUse -> {
				log.error("Staff: nobody is invited, the address has an account already");
				yield false;
			}
		};
	}

}
