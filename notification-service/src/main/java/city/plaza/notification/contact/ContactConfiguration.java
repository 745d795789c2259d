package city.plaza.notification.contact;

import city.plaza.platform.events.inbox.EventConsumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

	@Bean
	EventConsumer residentConsumer(KeepContact keepContact, ForgetResident forget) {
		return EventConsumer.of("contacts", "identity.residents")
			.on(ResidentRegistered.TYPE, ResidentRegistered.class, (event) -> keepContact.keep(event.data().contact()))
			.on(ContactChanged.TYPE, ContactChanged.class, (event) -> keepContact.keep(event.data().contact()))
			.on(ResidentDeleted.TYPE, ResidentDeleted.class, forget::forget);
	}

}
