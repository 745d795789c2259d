package city.plaza.platform.events.inbox;

import city.plaza.platform.events.ConsumerGroup;
import city.plaza.platform.events.Event;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class EventConsumerTests {

	private final EventConsumer consumer = EventConsumer.of("readings", "test.readings")
		.on("ReadingTaken", String.class, EventConsumerTests::ignore)
		.on("ReadingCorrected", Integer.class, EventConsumerTests::ignore);

	@Test
	void readsEachTypeAsItsOwnRecord() {
		assertThat(this.consumer.reading("ReadingTaken").orElseThrow().data()).isEqualTo(String.class);
		assertThat(this.consumer.reading("ReadingCorrected").orElseThrow().data()).isEqualTo(Integer.class);
	}

	@Test
	void skipsATypeWithoutAHandler() {
		assertThat(this.consumer.reading("ReadingDiscarded")).isEmpty();
	}

	@Test
	void refusesTwoHandlersOfOneType() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.consumer.on("ReadingTaken", String.class, EventConsumerTests::ignore))
			.withMessage("Two handlers of ReadingTaken in readings");
	}

	@Test
	void leavesTheConsumerAsItWasThatATypeIsAddedTo() {
		EventConsumer more = this.consumer.on("ReadingDiscarded", String.class, EventConsumerTests::ignore);
		assertThat(more.reading("ReadingDiscarded")).isPresent();
		assertThat(this.consumer.reading("ReadingDiscarded")).isEmpty();
	}

	@Test
	void hasAGroupAndDeadLettersOfTheServiceThatDeclaresIt() {
		ConsumerGroup group = this.consumer.group("test-service");
		assertThat(group).isEqualTo(new ConsumerGroup("readings", "test.readings", "test-service.readings"));
		assertThat(group.deadLetterTopic()).isEqualTo("test.readings.test-service.readings.dlt");
	}

	private static Mono<Void> ignore(Event<?> event) {
		return Mono.empty();
	}

}
