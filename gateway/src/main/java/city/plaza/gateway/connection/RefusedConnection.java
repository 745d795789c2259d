package city.plaza.gateway.connection;

import java.nio.charset.StandardCharsets;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/** One short response without reading the request, then the end of the connection. */
class RefusedConnection extends ChannelInboundHandlerAdapter {

	private final byte[] response;

	RefusedConnection(ConnectionBound.Refusal refusal) {
		this.response = ("HTTP/1.1 " + refusal.status()
				+ "\r\nRetry-After: 5\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
	}

	@Override
	public void channelActive(ChannelHandlerContext context) {
		context.writeAndFlush(Unpooled.wrappedBuffer(this.response)).addListener(ChannelFutureListener.CLOSE);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object bytes) {
		ReferenceCountUtil.release(bytes);
	}

}
