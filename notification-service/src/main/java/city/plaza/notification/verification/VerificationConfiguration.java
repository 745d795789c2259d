package city.plaza.notification.verification;

import city.plaza.platform.events.inbox.EventConsumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {

	@Bean
	EventConsumer verificationConsumer(NotifyOfVerification notify) {
		return EventConsumer.of("verifications", "identity.verification")
			.together()
			.on(VerificationCodeRequested.TYPE, VerificationCodeRequested.class, notify::codeRequested)
			.on(KnownAddressRegistered.TYPE, KnownAddressRegistered.class, notify::knownAddress)
			.on(NoAccountToReset.TYPE, NoAccountToReset.class, notify::noAccount)
			.on(StaffInvited.TYPE, StaffInvited.class, notify::staffInvited);
	}

}
