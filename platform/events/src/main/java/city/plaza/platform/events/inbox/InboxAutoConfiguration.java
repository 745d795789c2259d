package city.plaza.platform.events.inbox;

import java.time.Duration;
import java.util.stream.Collectors;

import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.EventsSettings;
import city.plaza.platform.events.KafkaClients;
import city.plaza.platform.events.PeriodicTask;
import city.plaza.platform.events.deadletter.DeadLetters;
import city.plaza.platform.events.topic.DeadLetterTopics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** What a service reads. */
@AutoConfiguration
class InboxAutoConfiguration {

	private static final Duration CLEANING = Duration.ofMinutes(10);

	@Bean
	ConsumerMetrics consumerMetrics(ObjectProvider<MeterRegistry> meters) {
		return new ConsumerMetrics(meters.getIfAvailable(() -> Metrics.globalRegistry));
	}

	@Bean
	Inbox inbox(DatabaseClient database, Transactions transactions) {
		return new Inbox(database, transactions);
	}

	@Bean
	PeriodicTask inboxCleaning(Inbox inbox, EventsSettings settings) {
		return new PeriodicTask(CLEANING, inbox.forget(settings.keepInbox()));
	}

	@Bean
	EventConsumers eventConsumers(ObjectProvider<EventConsumer> declared, Inbox inbox, JsonMapper json,
			ConsumerMetrics metrics, EventsSettings settings, @Value("${spring.application.name}") String service) {
		EventReader reader = new EventReader(json, settings.maxBody().toBytes());
		return EventConsumers.of(declared.orderedStream().toList(), (consumer) -> new ApplyEvents(consumer,
				consumer.group(service), reader, inbox, metrics, settings.together()));
	}

	@Bean
	DeadLetterTopics deadLetterTopics(EventConsumers consumers) {
		return new DeadLetterTopics(consumers.map((apply) -> apply.group().deadLetterTopic()));
	}

	@Bean
	ApplicationListener<ApplicationReadyEvent> deadLetterReplays(EventConsumers consumers, DeadLetters deadLetters) {
		return deadLetters.replays(
				consumers.all().stream().collect(Collectors.toMap(ApplyEvents::group, (apply) -> apply::applyOne)));
	}

	@Bean
	ListenerFactory listenerFactory(KafkaClients kafka, DeadLetters deadLetters, ConsumerMetrics metrics,
			EventsSettings settings) {
		return new ListenerFactory(kafka.consumers(), deadLetters, metrics, settings);
	}

	@Bean
	Listeners listeners(EventConsumers consumers, ListenerFactory factory) {
		return new Listeners(consumers.map(factory::listener));
	}

	@Bean
	ListenersHealth listenersHealth(Listeners listeners) {
		return new ListenersHealth(listeners.states());
	}

}
