package city.plaza.platform.events.inbox;

import java.util.List;
import java.util.UUID;

import city.plaza.platform.events.EventsSettings;
import city.plaza.platform.events.EventsTestApplication.Reading;
import city.plaza.platform.events.Readings;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.awaitility.Awaitility.await;

@PlazaTest
class LateTopicTests {

	@Autowired
	private TestEvents events;

	@Autowired
	private ListenerFactory listeners;

	@Autowired
	private Inbox inbox;

	@Autowired
	private EventsSettings settings;

	@Autowired
	private ConsumerMetrics metrics;

	@Autowired
	private Readings readings;

	@Autowired
	private JsonMapper json;

	@Test
	void readsATopicFromItsBeginningOnceItsOwnerCreatedIt() {
		String stream = "test.stream." + UUID.randomUUID();
		Listener listener = this.listeners.listener(apply(stream));
		listener.start();
		try {
			String key = UUID.randomUUID().toString();
			this.events.publish(stream, key, "ReadingTaken", "{\"value\": \"1\"}");
			await().until(() -> this.readings.of(key), List.of("1")::equals);
		}
		finally {
			listener.stop();
		}
	}

	private ApplyEvents apply(String topic) {
		EventConsumer consumer = EventConsumer.of("reader", topic)
			.on(Reading.TYPE, Reading.class, this.readings::apply);
		return new ApplyEvents(consumer, consumer.group("test-service"), new EventReader(this.json, 1000), this.inbox,
				this.metrics, this.settings.together());
	}

}
