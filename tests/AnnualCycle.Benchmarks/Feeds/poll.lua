-- Polls feeds at random paths, as wrk's script: wrk -s poll.lua ADDRESS -- POLLS
-- POLLS holds a path a line, with an ETag behind a tab when the poll is conditional. The requests are made before the
-- clock starts, so that the client costs as little as it can and the same whichever server it asks.
local polls = {}

function init(args)
  for line in io.lines(args[1]) do
    local path, etag = line:match("^([^\t]+)\t?(.*)$")
    local headers = { ["Host"] = "127.0.0.1", ["User-Agent"] = "AnnualCycle benchmark" }
    if etag ~= "" then headers["If-None-Match"] = etag end
    polls[#polls + 1] = wrk.format("GET", path, headers)
  end
  math.randomseed(27)
end

function request()
  return polls[math.random(#polls)]
end
