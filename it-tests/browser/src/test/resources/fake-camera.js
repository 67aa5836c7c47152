// Runs in the page before its own scripts. %…% are filled in by FakeCamera.
(() => {
  const frames = "%FRAMES%";
  const behaviour = "%BEHAVIOUR%";
  const middle = (frames.length - 1) / 2;
  // Frames go from the furthest negative yaw to the furthest positive one; a positive yaw is the person's own left.
  const target = { left: frames.length - 1, right: 0 };

  // Decoded here: the pages' policy lets no image come from a data: address.
  const load = (base64) =>
    createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: "image/jpeg" }));

  async function getUserMedia(constraints) {
    if (!constraints || !constraints.video) throw new DOMException("no video asked for", "NotFoundError");
    const images = await Promise.all(frames.map(load));
    const canvas = document.createElement("canvas");
    canvas.width = images[0].width;
    canvas.height = images[0].height;
    const context = canvas.getContext("2d");
    let at = middle;
    const draw = () => {
      const prompt = document.querySelector("[data-prompt]")?.dataset.prompt;
      const wanted = behaviour === "following" && prompt in target ? target[prompt] : middle;
      at += Math.sign(wanted - at);
      context.drawImage(images[at], 0, 0);
    };
    draw();
    setInterval(draw, 100);
    return canvas.captureStream(15);
  }

  Object.defineProperty(navigator, "mediaDevices", {
    configurable: true,
    value: { getUserMedia, enumerateDevices: async () => [{ kind: "videoinput", deviceId: "fake", label: "fake", groupId: "" }] },
  });
})();
