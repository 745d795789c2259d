package city.plaza.platform.events.outbox;

import java.util.stream.Stream;

import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class SendFailureTests {

	@ParameterizedTest
	@MethodSource
	void isFoundInTheCauses(Exception error, SendFailure expected) {
		assertThat(SendFailure.of(error)).isEqualTo(expected);
		assertThat(SendFailure.of(new IllegalStateException(error))).isEqualTo(expected);
	}

	static Stream<Arguments> isFoundInTheCauses() {
		return Stream.of(arguments(new TimeoutException(), SendFailure.OUTAGE),
				arguments(new LeaseExpiredException(), SendFailure.OUTAGE),
				arguments(new TopicAuthorizationException("topic"), SendFailure.FORBIDDEN),
				arguments(new RecordTooLargeException(), SendFailure.UNSENDABLE),
				arguments(new InvalidTopicException(), SendFailure.UNSENDABLE),
				arguments(new SerializationException(), SendFailure.UNSENDABLE),
				arguments(new InvalidRequestException("no"), SendFailure.UNKNOWN),
				arguments(new NullPointerException(), SendFailure.UNKNOWN));
	}

}
